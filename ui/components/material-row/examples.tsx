import type { Example } from '../example.ts'
import { MaterialRow, type MaterialRowProps } from './material-row.tsx'

const row: MaterialRowProps = {
  id: 'id-card',
  name: '居民身份证',
  necessity: 'required',
  requirement: '正反两面都拍，字能看清。',
  copies: '原件1份',
  files: [],
  uploadAction: '/upload',
  removeAction: '/remove',
  csrfToken: 'token',
}

export const examples: Example[] = [
  {
    title: 'nothing yet',
    node: (
      <ul class="material-list">
        <MaterialRow {...row} />
      </ul>
    ),
  },
  {
    title: 'conditional',
    node: (
      <ul class="material-list">
        <MaterialRow {...row} necessity="conditional" when="卖食品的才要" />
      </ul>
    ),
  },
  {
    title: 'uploaded',
    node: (
      <ul class="material-list">
        <MaterialRow {...row} files={[{ id: 'f1', name: '正面.jpg', size: 812_000 }]} />
      </ul>
    ),
  },
  {
    title: 'refused file',
    node: (
      <ul class="material-list">
        <MaterialRow {...row} error="这个文件打不开，请重新拍一张。" />
      </ul>
    ),
  },
  {
    title: 'asked for again',
    node: (
      <ul class="material-list">
        <MaterialRow {...row} problem={{ problem: '只有正面。', remedy: '补拍反面。' }} />
      </ul>
    ),
  },
]
