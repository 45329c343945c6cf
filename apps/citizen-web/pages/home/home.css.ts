export const homeCss = `
.home-mine { margin: calc(-1 * var(--space-5)) calc(-1 * var(--space-4)) 0; padding: var(--space-4); background: var(--amber-wash); border-bottom: 1px solid var(--line); }
.home-mine > h2 { font-size: var(--size-heading3); color: var(--amber); }
.home-mine-list > li { padding: var(--space-2) 0; }
.home-mine-list > li + li { border-top: 1px solid var(--line); }
.home-mine a { display: inline-flex; align-items: center; min-height: var(--target); font-weight: 600; }
.home-mine + .home-top { margin-top: 0; }
.home-top { display: flex; flex-wrap: wrap; margin: calc(-1 * var(--space-5)) calc(-1 * var(--space-4)) 0; background: var(--sand); border-bottom: 1px solid var(--line); }
.home-ask { flex: 1 1 30rem; min-width: 0; padding: var(--space-5) var(--space-4) var(--space-4); }
.home-examples { display: flex; flex-wrap: wrap; gap: 0 var(--space-4); margin-top: var(--space-2); }
.home-examples a { display: inline-flex; align-items: center; min-height: var(--target); }
.near-box { flex: 1 1 16rem; min-width: 0; padding: var(--space-4); border-top: 1px solid var(--line); }
.near-box h2 { font-size: var(--size-heading3); }
.near-live { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: 0 var(--space-3); color: var(--muted); }
.near-live a, .near-more a, .near-phone a { display: inline-flex; align-items: center; min-height: var(--target); }
.open-now { font-weight: 600; }
.open-now::before { content: ''; display: inline-block; width: 0.625rem; height: 0.625rem; margin-right: var(--space-2); border-radius: 50%; border: 2px solid var(--edge); }
.open-now-yes { color: var(--leaf); }
.open-now-yes::before { background: var(--leaf); border-color: var(--leaf); }
.near-form { margin-top: var(--space-6); }
.near-places { margin-top: var(--space-4); border-top: 2px solid var(--ink); max-width: 46rem; }
.near-places > li { display: grid; padding: var(--space-4) 0; border-bottom: 1px solid var(--line); }
.near-places h2, .near-first h3 { font-size: var(--size-large); }
.near-first { display: grid; padding: var(--space-3) var(--space-4); background: var(--sheet); border: 1px solid var(--line); border-left: 4px solid var(--leaf); border-radius: var(--radius); }
.home-section { margin-top: var(--space-6); }
.home-section > h2 { margin-bottom: var(--space-3); }
.home-scenes { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr)); gap: 0 var(--space-6); }
.home-scene { padding: var(--space-3) 0 var(--space-2); border-top: 2px solid var(--ink); }
.home-scene-items { display: flex; flex-wrap: wrap; gap: 0 var(--space-4); }
.home-scene-items a { display: inline-flex; align-items: center; min-height: var(--target); }
.home-scene-items a:not(:hover) { text-decoration: none; }
.home-scene-items .home-scene-all { color: var(--muted); }
.home-domains { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 9.5rem), 1fr)); gap: 0 var(--space-5); padding: 0; list-style: none; border-top: 2px solid var(--ink); }
.home-domains a, .home-domains .home-domain-empty { display: flex; justify-content: space-between; align-items: center; gap: var(--space-2); min-height: 3.25rem; border-bottom: 1px solid var(--line); text-decoration: none; }
.home-domains a:hover { text-decoration: underline; }
.home-count { color: var(--muted); font-size: var(--size-small); white-space: nowrap; }
@media (min-width: 48rem) {
  .home-mine, .home-top { margin: calc(-1 * var(--space-6)) calc(50% - 50vw) 0; padding: var(--space-5) calc(50vw - 50%) var(--space-5); overflow: hidden; }
  .home-mine { padding-block: var(--space-4); }
  .home-ask { padding-left: 0; padding-right: var(--space-7); }
  .near-box { flex: 0 1 21rem; align-self: center; border-top: 0; border-left: 1px solid var(--line); padding: var(--space-3) 0 var(--space-3) var(--space-6); }
  .home-domains { grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); }
}
`
