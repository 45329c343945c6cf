export const css = `
.timeline > li { display: flex; flex-wrap: wrap; gap: 0 var(--space-5); padding: var(--space-3) 0; border-bottom: 1px solid var(--line); }
.timeline > li:first-child { border-top: 1px solid var(--line); }
.timeline-when { flex: 0 0 12rem; color: var(--muted); }
.timeline-what { flex: 1 1 18rem; }
`
