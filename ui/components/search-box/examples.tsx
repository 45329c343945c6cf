import type { Example } from '../example.ts'
import { SearchBox } from './search-box.tsx'

export const examples: Example[] = [
  {
    title: 'large',
    node: <SearchBox size="large" id="large-search" label="您要办什么事？" hint="用您自己的话说就行。" />,
  },
  { title: 'small, filled', node: <SearchBox size="small" id="small-search" value="开饭店" /> },
]
