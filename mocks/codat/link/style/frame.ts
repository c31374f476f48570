/** The page's background, type, and layout on narrow and wide screens. */
export const FRAME = `
*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0; min-height: 100vh; background: var(--ground); color: var(--text);
  font: 16px/1.5 'Inter Variable', Inter, system-ui, -apple-system, 'Segoe UI', sans-serif;
  overflow-wrap: break-word;
}
h1 { margin: 0 0 8px; font-size: 25px; line-height: 1.25; font-weight: 660; letter-spacing: -0.018em; text-wrap: balance; }
h2 { margin: 0 0 4px; font-size: 16px; line-height: 1.4; font-weight: 640; }
p { margin: 0 0 16px; }
a { color: var(--brand); text-underline-offset: 3px; }
code { font: 14px/1.5 ui-monospace, SFMono-Regular, Menlo, monospace; }
:focus-visible { outline: 2px solid var(--brand); outline-offset: 2px; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.second { color: var(--secondary); font-size: 14px; }
.lead { color: var(--secondary); }

.strip { padding: 6px 16px; background: var(--warn-tint); color: var(--text); font-size: 13px; text-align: center; }
.strip strong { margin-right: 6px; color: var(--warn); }
.card { min-width: 0; padding: 24px 20px; background: var(--surface); border: 1px solid var(--line); border-radius: 10px; }
.card > :last-child { margin-bottom: 0; }
.frame, .two { display: grid; grid-template-columns: minmax(0, 1fr); gap: 16px; padding: 20px 12px 32px; max-width: 600px; margin: 0 auto; }
.one { padding: 40px 12px; max-width: 504px; margin: 0 auto; }
.column { display: grid; grid-template-columns: minmax(0, 1fr); gap: 16px; padding: 24px 12px 40px; max-width: 744px; margin: 0 auto; }
.centred { text-align: center; }

.aside { padding: 0 8px; }
.inviter { display: flex; align-items: center; gap: 10px; margin-bottom: 8px; font-weight: 600; }
.centred .inviter { justify-content: center; margin-bottom: 24px; }
.what { color: var(--secondary); }
.what strong { color: var(--text); }

.steps { display: flex; gap: 4px; margin: 0 0 8px; padding: 0; list-style: none; }
.steps li { flex: 1; height: 6px; border-radius: 99px; background: var(--line); overflow: hidden; }
.steps li.done { background: var(--brand); }
.steps li.current { background: var(--surface); box-shadow: inset 0 0 0 2px var(--brand); }
.steps li.failed { background: var(--bad); }
.steps li > span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.step-now { margin: 0; font-size: 14px; font-weight: 600; }
.step-now.failed { color: var(--bad); }

@media (min-width: 900px) {
  h1 { font-size: 27px; }
  .card { padding: 32px; }
  .frame { grid-template-columns: 272px minmax(0, 1fr); gap: 40px; max-width: 1040px; padding: 48px 24px; align-items: start; }
  .two { grid-template-columns: minmax(0, 1fr) 352px; gap: 24px; max-width: 920px; padding: 40px 24px; align-items: start; }
  .one { padding-top: 88px; }
  .steps { flex-direction: column; gap: 0; margin-top: 32px; }
  .steps li { position: relative; flex: none; height: auto; padding: 0 0 20px 32px; border-radius: 0; background: none; color: var(--secondary); overflow: visible; }
  .steps li:is(.done, .current, .failed) { background: none; box-shadow: none; }
  .steps li > span { position: static; width: auto; height: auto; clip-path: none; }
  .steps li::before {
    content: ''; position: absolute; left: 0; top: 4px; z-index: 1; width: 16px; height: 16px;
    border-radius: 99px; border: 2px solid var(--line); background: var(--ground);
  }
  .steps li::after { content: ''; position: absolute; left: 7px; top: 20px; bottom: -4px; width: 2px; background: var(--line); }
  .steps li:last-child::after { display: none; }
  .steps li.done::before { border-color: var(--brand); background: var(--brand); }
  .steps li.done::after { background: var(--brand); }
  .steps li.current { color: var(--text); font-weight: 640; }
  .steps li.current::before { border-color: var(--brand); }
  .steps li.failed { color: var(--bad); font-weight: 640; }
  .steps li.failed::before { border-color: var(--bad); background: var(--bad); }
  .step-now { display: none; }
}
`;
