export const css = `
.status-tag { display: inline-block; padding: 0 var(--space-2); border-radius: var(--radius); font-size: var(--size-small); font-weight: 600; line-height: 1.7; max-width: 100%; background: var(--sand); color: var(--muted); border: 1px solid var(--rim); }
.status-strong { background: var(--primary-wash); color: var(--primary); }
.status-good { background: var(--leaf-wash); color: var(--leaf); }
.status-warn { background: var(--amber-wash); color: var(--amber); }
.status-bad { background: var(--brick-wash); color: var(--brick); }
`
