/** One line an area, the whole of it a target. */
export const areasCss = `
.area-list { list-style: none; margin: var(--space-5) 0; padding: 0; max-width: 36rem; border-top: 1px solid var(--line); }
.area-list > li { border-bottom: 1px solid var(--line); }
.area-choice { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0 var(--space-4); min-height: var(--target); padding: var(--space-2) 0; font-size: var(--size-large); text-decoration: none; }
.area-name { text-decoration: underline; }
.area-here { color: var(--muted); font-size: var(--size-body); }
`
