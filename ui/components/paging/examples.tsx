import type { Example } from '../example.ts'
import { Paging } from './paging.tsx'

export const examples: Example[] = [
  {
    title: 'in the middle',
    node: (<Paging what="办件" first="/my" next="/my?cursor=x" />) as Example['node'],
  },
]
