// What the pages that are written at build have in common.

export const pageStyle = `:root{color-scheme:light dark;--ink:light-dark(#1f2227,#e9e8e4);--paper:light-dark(#fbfaf7,#14171a);--line:light-dark(#d9d8d2,#343a40);--link:light-dark(#2d5670,#9cc7e0)}
body{max-inline-size:1200px;margin:0 auto;padding:24px 16px 64px;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif}
a{color:var(--link)}h2{margin-block:48px 8px}code{font:.8125rem ui-monospace,Menlo,Consolas,monospace}
.scroll{overflow-x:auto}table{border-collapse:collapse}th,td{padding:4px 12px 4px 0;border-block-end:1px solid var(--line);text-align:start;vertical-align:top;font-weight:400}
thead th{font-weight:600}nav{display:flex;flex-wrap:wrap;gap:4px 16px}`;
