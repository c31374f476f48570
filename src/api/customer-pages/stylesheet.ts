import { asProperties, dark, light } from '../../common/design-tokens.ts';

/** Part of the page, so that nothing else has to load; the content security policy allows it by its hash. */
export const STYLESHEET = `
:root{color-scheme:light dark;${asProperties(light)}}
@media (prefers-color-scheme:dark){:root{${asProperties(dark)}}}
*,::before,::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;min-height:100vh;background:var(--ground);color:var(--text);font:16px/1.5 Inter,system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;overflow-wrap:break-word}
h1{margin:0 0 8px;font-size:26px;line-height:1.25;font-weight:660;letter-spacing:-.018em}
h2{margin:0 0 4px;font-size:16px;line-height:1.4;font-weight:640}
p{margin:0 0 16px}
ul,ol,dl{margin:0}
a{color:var(--brand);font-weight:500;text-underline-offset:3px}
:focus-visible{outline:2px solid var(--brand);outline-offset:2px;border-radius:4px}
.frame{display:grid;grid-template-columns:minmax(0,1fr);gap:20px;max-width:600px;margin:0 auto;padding:12px 12px 40px}
.card{padding:24px 20px;background:var(--surface);border:1px solid var(--line);border-radius:12px}
.card>:last-child,section>:last-child{margin-bottom:0}
.sender{display:flex;align-items:center;gap:10px;margin-bottom:20px;font-weight:600}
.initial{flex:none;width:30px;height:30px;border-radius:8px;background:#0f4c5c;color:#fff;font-size:15px;line-height:30px;text-align:center;font-weight:660}
.lead,.after,.contact{color:var(--secondary)}
.lead strong{color:var(--text)}
.steps{display:grid;gap:14px;margin:24px 0;padding:0;list-style:none;counter-reset:step}
.steps li{position:relative;min-height:30px;padding:3px 0 0 44px;counter-increment:step}
.steps li::before{content:counter(step);position:absolute;left:0;top:0;width:30px;border-radius:99px;background:var(--brand-tint);color:var(--brand);line-height:30px;text-align:center;font-size:15px;font-weight:640}
.box{margin:0 0 20px;padding:16px;border-radius:10px;background:var(--ground)}
.box ul{padding-left:20px;color:var(--secondary)}
.box li{margin-top:4px}
.box p{margin:12px 0 0}
.notice{margin:0 0 20px;padding:14px 16px;border-radius:10px;background:var(--warn-tint)}
.notice h2{color:var(--warn)}
.notice p{margin:0}
button,.button{display:block;width:100%;min-height:52px;padding:12px 20px;border:0;border-radius:10px;background:var(--brand);color:var(--on-brand);font:inherit;font-size:17px;font-weight:640;text-align:center;text-decoration:none;cursor:pointer}
button:hover,.button:hover{filter:brightness(1.08)}
form{margin:0 0 10px}
label{display:block;margin:0 0 4px;font-weight:560}
input{display:block;width:100%;min-height:44px;margin:0 0 12px;padding:9px 12px;border:1px solid var(--secondary);border-radius:8px;background:var(--surface);color:var(--text);font:inherit}
input[type=hidden]{display:none}
input[readonly]{border-color:var(--line);background:var(--ground);color:var(--secondary)}
.hint,.wrong{margin:-6px 0 16px;font-size:14px;color:var(--secondary)}
.wrong{color:var(--bad)}
.after{margin:0 0 20px;font-size:14px;text-align:center;text-wrap:balance}
.safe{display:flex;gap:12px;margin:0;padding:12px 16px;border-radius:10px;background:var(--good-tint);color:var(--good);font-size:15px}
.safe svg{flex:none;margin-top:2px}
.icon{display:flex;align-items:center;justify-content:center;width:44px;height:44px;margin-bottom:14px;border-radius:99px;font-size:22px;font-weight:700}
.good{background:var(--good-tint);color:var(--good)}
.warn{background:var(--warn-tint);color:var(--warn)}
.calm{background:var(--brand-tint);color:var(--brand)}
aside{padding:0 8px}
aside h2{margin-bottom:8px}
details{border-top:1px solid var(--line)}
details:last-of-type{border-bottom:1px solid var(--line)}
summary{padding:11px 0;font-weight:560;cursor:pointer}
details p,details ol,details dl{margin:0 0 14px;color:var(--secondary)}
details ol{padding-left:20px}
details li,dd{margin-top:4px}
dt{margin-top:10px;color:var(--text)}
dd{margin-left:0}
.box details:first-of-type{margin-top:12px}
.contact{margin:28px 0 0}
.contact h2{color:var(--text);margin-bottom:4px}
.contact p{margin:0 0 6px}
.contact ul{display:flex;flex-wrap:wrap;gap:4px 20px;padding:0;list-style:none}
@media (min-width:900px){
h1{font-size:29px}
.frame{padding-top:56px}
.card{padding:36px}
.two{grid-template-columns:minmax(0,1fr) 320px;gap:44px;max-width:1000px;align-items:start}
.two aside{padding:36px 0 0}
}
@media (forced-colors:active){button,.button,.card{border:1px solid}}
`;
