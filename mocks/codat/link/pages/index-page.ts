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
  if (!last) return 'No software selected';
  const software = integrationOf(last.integrationKey).name;
  return last.errors.length > 0 ? `Couldn’t connect ${software}` : `Selected ${software}`;
};

const row = (company: SandboxCompany, action: string): Html => html`<li>
    <span class="tile-text"><span>${name(company.name)}</span><span class="second">${stateOf(company)}</span></span>
    <form method="post" action="${action}" target="_blank">
      <button class="button plain" name="companyId" value="${company.id}">Open as customer<span class="unseen"> ${name(company.name)}</span></button>
    </form>
  </li>`;

const about = (paths: Paths): Html => html`<section class="card">
    <h1>Sandbox Codat</h1>
    <p class="lead">A stand-in for Codat, so you can try the whole journey without an account: same API, same webhooks, same five steps.</p>
    <p>Emails to customers arrive in the <a href="${paths.inbox}">sandbox inbox</a> unless a mail server is set up.</p>
    <p>Act as a customer of ${INVITER}: choose software, agree, sign in. Then approve, or choose an error. Nothing you enter leaves this sandbox.</p>
  </section>`;

const pendingCustomers = (
  pending: SandboxCompany[],
  action: string,
): Html => html`<section class="card">
    <h2>Customers not connected yet</h2>
    ${
      pending.length > 0
        ? html`<ul class="rows">${pending.slice(0, SHOWN).map((company) => row(company, action))}</ul>`
        : html`<p class="empty">No one is waiting to connect. Create a company with POST /companies to start a journey here.</p>`
    }
    ${pending.length > SHOWN && html`<p class="second">Showing the ${SHOWN} most recent of ${pending.length}.</p>`}
  </section>`;

const simulationSection = (
  simulation: SimulationSwitch,
  action: string,
): Html => html`<section class="card">
    <h2>Simulation</h2>
    <p class="second">${
      simulation.isOn()
        ? 'Customers move on their own, one every few seconds. Watch the dashboard.'
        : 'Customers only move when you act for them.'
    }</p>
    <form method="post" action="${action}">
      <button class="button plain" name="on" value="${simulation.isOn() ? 'no' : 'yes'}">${simulation.isOn() ? 'Pause simulation' : 'Start simulation'}</button>
    </form>
  </section>`;

/** The sandbox's start page: what the sandbox is, customers to play, and the simulation. */
export const indexPage = (
  companies: Iterable<SandboxCompany>,
  paths: Paths,
  simulation: SimulationSwitch | null,
): Html => {
  const pending = [...companies].filter(isPending).reverse();
  return htmlDocument({
    title: 'Codat',
    paths,
    body: html`<main class="column">${about(paths)}${pendingCustomers(pending, paths.open)}${simulation && simulationSection(simulation, paths.simulation)}</main>`,
  });
};
