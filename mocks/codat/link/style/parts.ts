/** Buttons, tiles, lists and boxes. */
export const PARTS = `
button, input { font: inherit; color: inherit; }
.button {
  display: inline-flex; align-items: center; justify-content: center; gap: 8px; min-height: 44px; padding: 8px 16px;
  border: 1px solid var(--line); border-radius: 8px; background: var(--surface); color: var(--text);
  font-weight: 600; text-decoration: none; text-align: center; cursor: pointer;
}
.button:hover { border-color: var(--secondary); }
.button.primary { border-color: var(--brand); background: var(--brand); color: var(--on-brand); }
.button.primary:hover { filter: brightness(1.08); }
.button.primary .second { color: inherit; font-weight: 400; }
.button.quiet { padding: 8px 4px; border-color: transparent; background: none; color: var(--secondary); font-weight: 500; text-decoration: underline; text-underline-offset: 3px; }
.button.quiet:hover { color: var(--text); }
.button.big { display: flex; flex-direction: column; gap: 0; min-height: 52px; margin: 20px 0 16px; font-size: 17px; }
.actions { display: flex; flex-direction: column; gap: 8px; margin-top: 24px; }
.actions .button { width: 100%; }
.actions.end { flex-direction: row; flex-wrap: wrap; justify-content: space-between; gap: 4px 24px; padding-top: 12px; border-top: 1px solid var(--line); }
.actions.end .button { width: auto; }

.logo {
  display: inline-flex; flex: none; align-items: center; justify-content: center; width: 40px; height: 40px;
  border-radius: 8px; background: var(--software); color: #fff; font-size: 15px; font-weight: 660; letter-spacing: -0.02em;
}
.inviter .logo { width: 30px; height: 30px; background: #0f4c5c; }
.chosen { display: flex; align-items: center; gap: 12px; font-weight: 600; }
.chosen a { margin-left: auto; font-weight: 400; }
.sign { display: inline-flex; align-items: center; justify-content: center; width: 44px; height: 44px; margin-bottom: 12px; border-radius: 99px; font-size: 22px; font-weight: 700; }
.sign.good { background: var(--good-tint); color: var(--good); }
.sign.bad { background: var(--bad-tint); color: var(--bad); }
.sign.warn { background: var(--warn-tint); color: var(--warn); }
.pill { flex: none; margin-left: auto; padding: 1px 10px; border-radius: 99px; background: var(--brand-tint); color: var(--text); font-size: 13px; font-weight: 500; }
.pill.good { background: var(--good-tint); color: var(--good); }

.search { display: flex; gap: 8px; margin-bottom: 16px; }
.search .button { flex: none; }
input:not([type='radio']) { width: 100%; min-height: 44px; padding: 8px 12px; border: 1px solid var(--secondary); border-radius: 8px; background: var(--surface); }
input::placeholder { color: var(--secondary); opacity: 1; }
.tiles { display: grid; gap: 8px; margin: 0 0 16px; padding: 0; list-style: none; }
.tile { display: flex; align-items: center; gap: 12px; width: 100%; min-height: 64px; padding: 10px 12px; border: 1px solid var(--line); border-radius: 10px; background: var(--surface); text-align: left; cursor: pointer; }
.tile:hover { border-color: var(--brand); background: var(--brand-tint); }
.tile-text { display: grid; flex: 1; min-width: 0; line-height: 1.35; font-weight: 600; }
.tile-text .second { font-weight: 400; }
.empty { padding: 20px 16px; border-radius: 10px; background: var(--ground); color: var(--secondary); }

.box { margin: 16px 0 0; padding: 16px; border-radius: 10px; background: var(--ground); }
.box > :last-child { margin-bottom: 0; }
.bullets { margin: 0; padding-left: 20px; color: var(--secondary); }
.bullets li { margin-top: 4px; }
.numbered { display: grid; gap: 12px; margin: 16px 0 0; padding: 0; list-style: none; counter-reset: step; }
.numbered li { position: relative; min-height: 30px; padding: 3px 0 0 44px; counter-increment: step; }
.numbered li::before { content: counter(step); position: absolute; left: 0; top: 0; width: 30px; border-radius: 99px; background: var(--brand-tint); color: var(--brand); line-height: 30px; text-align: center; font-size: 15px; font-weight: 640; }
.numbered code { padding: 2px 8px; border-radius: 6px; background: var(--ground); font-weight: 600; white-space: nowrap; }
.data { margin: 0 0 16px; border-top: 1px solid var(--line); }
.data div { display: grid; gap: 0 16px; padding: 10px 0; border-bottom: 1px solid var(--line); }
.data dt { font-weight: 600; }
.data dd { margin: 0; color: var(--secondary); }
.promises { display: grid; gap: 8px; margin: 0; padding: 16px 16px 16px 34px; border-radius: 10px; background: var(--good-tint); list-style: '✓'; }
.promises li { padding-left: 10px; }
.promises li::marker { color: var(--good); font-weight: 700; }
.wait { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 10px; margin: 0; color: var(--secondary); }
.spinner { width: 16px; height: 16px; border: 2px solid var(--line); border-top-color: var(--brand); border-radius: 99px; animation: turn 1s linear infinite; }
@keyframes turn { to { transform: rotate(1turn); } }
@media (prefers-reduced-motion: reduce) { .spinner { animation-duration: 6s; } }

.rows { margin: 8px 0 12px; padding: 0; border-top: 1px solid var(--line); list-style: none; }
.rows li { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 16px; padding: 10px 0; border-bottom: 1px solid var(--line); }
.rows .tile-text { flex: 1 1 200px; }

@media (min-width: 900px) {
  .tiles { grid-template-columns: 1fr 1fr; }
  .data div { grid-template-columns: 208px 1fr; }
  .actions { flex-direction: row; flex-wrap: wrap; align-items: center; gap: 12px; }
  .actions .button { width: auto; }
  .button.big { display: inline-flex; flex-direction: row; gap: 8px; padding: 8px 28px; }
}
`;
