export const flowChartCss = `
.flow-chart svg { display: block; width: 100%; height: auto; font-family: inherit; }
.flow-chart .flow-column { max-width: 18rem; }
.flow-chart .flow-lanes { display: none; max-width: 60rem; }
.flow-chart text { fill: var(--ink); }
.flow-chart .flow-small { fill: var(--muted); }
.flow-chart rect { fill: var(--sheet); stroke: var(--line); }
.flow-chart .flow-band rect { fill: none; }
.flow-chart .flow-lane rect { fill: var(--sand); }
.flow-chart .flow-lane text, .flow-chart .flow-step text:not(.flow-small) { font-weight: 600; }
.flow-chart .flow-step rect { stroke: var(--primary); stroke-width: 1.5; }
.flow-chart .flow-end rect { fill: var(--primary-wash); stroke: var(--primary); }
.flow-chart .flow-return rect { stroke: var(--amber); stroke-dasharray: 4 3; }
.flow-chart .flow-refuse rect { stroke: var(--brick); stroke-dasharray: 4 3; }
.flow-chart .flow-beside rect { stroke: var(--edge); stroke-dasharray: 4 3; }
.flow-chart .flow-return text, .flow-chart .flow-refuse text { fill: var(--ink); }
.flow-link polyline { fill: none; stroke: var(--edge); stroke-width: 1.5; }
.flow-link polygon { fill: var(--edge); }
.flow-dashed polyline { stroke-dasharray: 4 3; }
ol.flow-list { padding-left: 1.6em; list-style: decimal; max-width: var(--text-width); }
.flow-list > li + li { margin-top: var(--space-3); }
@media (min-width: 64rem) {
  .flow-chart .flow-lanes { display: block; }
  .flow-chart .flow-column { display: none; }
}
`
