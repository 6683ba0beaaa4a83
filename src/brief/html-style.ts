import { screenCss } from '../figures/index.ts';

/** The look of the page: the colours of the figures, dark where the system asks for it, and a sheet for paper. */
export const htmlStyle = `${screenCss}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-behavior:smooth}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--mv-paper);color:var(--mv-ink);font:1.08rem/1.6 var(--mv-display-font);overflow-wrap:break-word}
main,header,nav,footer{max-width:68rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:3.5rem}
.kicker,.label,.caption,.basis,nav,table,.strip figcaption,figcaption,.notes{font-family:var(--mv-font)}
.kicker{color:var(--mv-accent);font-weight:600;font-size:.82rem;letter-spacing:.14em;text-transform:uppercase;margin:0}
h1{font-size:clamp(2rem,6vw,3.3rem);line-height:1.08;font-weight:600;margin:.35rem 0 .6rem;text-wrap:balance}
.subtitle{font-style:italic;color:var(--mv-muted-ink);font-size:1.25rem;margin:0 0 .8rem}
.basis{color:var(--mv-muted-ink);font-size:.88rem;margin:0 0 1.5rem}
nav{font-size:.9rem;border-block:1px solid var(--mv-faint);padding-block:.7rem}
nav ul{display:flex;flex-wrap:wrap;gap:.35rem 1.2rem;margin:0;padding:0;list-style:none}
a{color:var(--mv-accent);text-underline-offset:.18em;text-decoration-thickness:.06em}
nav a{text-decoration:none}nav a:hover{text-decoration:underline}
a:focus-visible{outline:2px solid var(--mv-accent);outline-offset:2px;border-radius:2px}
section{margin:3rem 0 0;padding-top:1rem;border-top:2px solid var(--mv-accent)}
section section{border:0;margin-top:2rem;padding-top:0}
h2{font-size:1.75rem;line-height:1.2;font-weight:600;margin:0}
h3{font:600 .86rem/1.3 var(--mv-font);letter-spacing:.07em;text-transform:uppercase;color:var(--mv-accent);margin:1.8rem 0 .6rem}
.about{font-style:italic;color:var(--mv-muted-ink);margin:.1rem 0 1rem}
p{max-width:44rem;margin:.9rem 0;hyphens:auto}
sup{line-height:0;font-family:var(--mv-font);font-size:.68em}
sup a{text-decoration:none;padding:0 .12em}
.beside{display:grid;gap:1.5rem 2.5rem;align-items:start}
@media (min-width:60rem){.beside{grid-template-columns:minmax(0,29rem) minmax(0,1fr)}}
figure{margin:1.2rem 0}
figure svg{display:block;width:100%;height:auto}
tbody th{font-weight:400}
.wide{overflow-x:auto}.wide svg{min-width:34rem;max-width:48rem}
figcaption,.caption{font-size:.86rem;line-height:1.4;color:var(--mv-muted-ink)}
.strip{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:1rem;margin:.4rem 0 1rem}
.strip figure{margin:0}.strip figcaption{text-align:center;font-weight:600;color:var(--mv-ink);margin-top:.3rem}
.scroll{overflow-x:auto;margin:1.2rem 0}
table{border-collapse:collapse;width:100%;font-size:.88rem;line-height:1.35;font-variant-numeric:tabular-nums}
caption{caption-side:top;text-align:left;padding-bottom:.5rem;font-size:.9rem}caption span{display:inline-block;max-width:calc(100vw - 2.5rem)}
th,td{padding:.34rem .5rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--mv-faint)}
th:first-child,td:first-child{padding-left:0}th:last-child,td:last-child{padding-right:0}
thead th{border-top:2px solid var(--mv-ink);border-bottom:1px solid var(--mv-ink);color:var(--mv-muted-ink);font-size:.8rem}
.right{text-align:right;white-space:nowrap}
.muted{color:var(--mv-muted-ink)}
code,.code{font:.86em/1.4 ui-monospace,'Cascadia Mono',Menlo,Consolas,'DejaVu Sans Mono',monospace;overflow-wrap:anywhere}
.dot{display:inline-block;width:.6em;height:.6em;border-radius:50%;margin-right:.4em}
dl{display:grid;grid-template-columns:minmax(7rem,11rem) 1fr;gap:.3rem 1.2rem;margin:.6rem 0;max-width:56rem}
dt{font:.86rem/1.7 var(--mv-font);color:var(--mv-muted-ink)}dd{margin:0}
@media (max-width:36rem){body{font-size:1rem}dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.5rem}th,td{padding-inline:.3rem}.broad{min-width:32rem}.beside .broad{min-width:25rem}}
.formulas{padding-left:1.4rem}.formulas li{margin:.4rem 0}.formulas .muted{font-family:var(--mv-font);font-size:.88rem}
.notes,.sources{font-size:.88rem;line-height:1.45}.notes{padding-left:2.4rem}.notes li{margin:.3rem 0}.notes li:target,sup:target{background:var(--mv-wash)}
.sources{list-style:none;padding:0}.sources li{padding-left:1.4rem;text-indent:-1.4rem;margin:.45rem 0;max-width:52rem;font-size:1rem}
footer{padding-block:3rem;color:var(--mv-muted-ink);font:.82rem/1.5 var(--mv-font)}
@page{margin:17mm 16mm}
@media print{body{font-size:10pt;print-color-adjust:exact;-webkit-print-color-adjust:exact}header{padding-top:0}main,header{max-width:none;padding:0}caption span{max-width:none}nav{display:none}section{break-inside:auto}h2,h3,.about,caption{break-after:avoid}.beside,tr,figure{break-inside:avoid}.beside{grid-template-columns:8cm 1fr;gap:.6cm}.scroll{overflow:visible}thead{display:table-header-group}a{color:inherit}}
`;
