export type { Flow, FlowExit, FlowStep } from './flow.ts'
export { flowSentences } from './flow.ts'
export { layoutFlow, type Box, type Chart, type Link } from './layout.ts'
