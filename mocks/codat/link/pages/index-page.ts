import { html } from 'hono/html';
import { integrationOf } from '../../integrations.ts';
import type { SimulationSwitch } from '../../simulation-switch.ts';
import type { SandboxCompany } from '../../world/companies.ts';
import type { Paths } from '../paths.ts';
import { type Html, htmlDocument } from './document.ts';
import { INVITER, name } from './parts.ts';

const SHOWN = 8;

const isPending = ({ connections }: SandboxCompany): boolean =>
  !connections.some(({ status }) => status === 'Linked');

const stateOf = ({ connections }: SandboxCompany): string => {
  const last = connections.at(-1);
  if (!last) return 'Has not chosen any software yet';
  const software = integrationOf(last.integrationKey).name;
  return last.errors.length > 0 ? `Could not connect ${software}` : `Has chosen ${software}`;
};

const row = (company: SandboxCompany, action: string): Html => html`<li>
    <span class="tile-words"><span>${name(company.name)}</span><span class="second">${stateOf(company)}</span></span>
    <form method="post" action="${action}" target="_blank">
      <button class="button plain" name="companyId" value="${company.id}">Open as customer<span class="unseen"> ${name(company.name)}</span></button>
    </form>
  </li>`;

const about = html`<section class="card">
    <h1>Sandbox Codat</h1>
    <p class="lead">Stands in for Codat, so that connection journeys can be tried without an account: the same requests, the same webhooks, the same five steps for the customer.</p>
    <p>Play a customer of ${INVITER}: open a journey, choose a software, agree, sign in. Approve there, or pick what goes wrong. Nothing you enter leaves this sandbox.</p>
  </section>`;

const pendingCustomers = (
  pending: SandboxCompany[],
  action: string,
): Html => html`<section class="card">
    <h2>Customers who are not connected</h2>
    ${
      pending.length > 0
        ? html`<ul class="rows">${pending.slice(0, SHOWN).map((company) => row(company, action))}</ul>`
        : html`<p class="empty">Nobody is waiting to connect. Create a company with POST /companies, and its journey is offered here.</p>`
    }
    ${pending.length > SHOWN && html`<p class="second">The ${SHOWN} that changed last, of ${pending.length}.</p>`}
  </section>`;

const lifeSwitch = (
  simulation: SimulationSwitch,
  action: string,
): Html => html`<section class="card">
    <h2>Life of its own</h2>
    <p class="second">${
      simulation.isOn()
        ? 'Customers move on by themselves, one every few seconds. Watch the dashboard.'
        : 'Customers stay where they are until somebody plays them.'
    }</p>
    <form method="post" action="${action}">
      <button class="button plain" name="on" value="${simulation.isOn() ? 'no' : 'yes'}">${simulation.isOn() ? 'Let them rest' : 'Let them move on'}</button>
    </form>
  </section>`;

/** The sandbox's start page: what it is, and customers to play. What can be switched gets a section of its own here. */
export const indexPage = (
  companies: Iterable<SandboxCompany>,
  paths: Paths,
  simulation: SimulationSwitch | null,
): Html => {
  const pending = [...companies].filter(isPending).reverse();
  return htmlDocument({
    title: 'Codat',
    paths,
    body: html`<main class="column">${about}${pendingCustomers(pending, paths.open)}${simulation && lifeSwitch(simulation, paths.simulation)}</main>`,
  });
};
