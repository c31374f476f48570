/** The second tab looks like the software, not like Link. */
export const SOFTWARE_PAGE = `
.software-page { font-family: Georgia, 'Times New Roman', serif; }
.software-page .band { padding: 28px 16px; background: var(--software); color: #fff; text-align: center; }
.software-page .band p { margin: 0; font-size: 24px; font-weight: 700; }
.software-page .card { border-radius: 4px; }
.software-page .button { border-radius: 4px; }
.software-page h2 { margin-top: 24px; }
.software-page label { display: block; margin-top: 12px; font-size: 14px; }
.software-page input:not([type='radio']) { border-radius: 4px; background: var(--ground); }
.button.software { border-color: var(--software); background: var(--software); color: #fff; }
.button.software:hover { filter: brightness(1.12); }
.software-page .actions { margin: 16px 0 20px; }
.software-page :focus-visible { outline-color: var(--text); }
.simulate { border-style: dashed; background: none; }
fieldset { min-width: 0; margin: 0; padding: 0; border: 0; }
legend { padding: 0; font-size: 17px; font-weight: 700; }
.software-page .choice { display: flex; align-items: center; gap: 10px; min-height: 36px; margin: 0; font-size: 15px; cursor: pointer; }
.choice input { flex: none; width: 18px; height: 18px; margin: 0; accent-color: var(--software); }
fieldset .button { width: 100%; margin-top: 16px; }
.portal { font-family: ui-rounded, system-ui, sans-serif; }
@media (prefers-color-scheme: dark) { .choice input { accent-color: var(--text); } }
`;
