import type { Example } from '../example.ts'
import { StatusTag } from './status-tag.tsx'

export const examples: Example[] = (['plain', 'strong', 'good', 'warn', 'bad'] as const).map((tone) => ({
  title: tone,
  node: <StatusTag tone={tone}>正在审查</StatusTag>,
}))
