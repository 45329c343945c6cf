import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { moment } from '#ui/format/day.ts'
import type { Around } from './around.ts'
import { namedAt } from './draft.ts'
import { commentWords as words } from './dialog-words.ts'

/** What was said of this field, and a place to say something of it. */
export function FieldComments({ at, label, around }: { at: string; label: string; around: Around }) {
  const { comments, comment, draft } = around
  const named = namedAt(draft.now, at)
  const said = comments.filter(({ on }) => on === named)
  const [writing, setWriting] = useState(false)
  return (
    <div {...(said.length > 0 || writing ? { className: 'item-comments' } : {})}>
      {said.map(({ at: when, who, text }) => (
        <p key={when + text} className="small">
          <strong>{who}</strong> {text} <span className="muted">{moment(when)}</span>
        </p>
      ))}
      {writing ? (
        <Writing label={label} send={(text) => comment(named, text)} close={() => setWriting(false)} />
      ) : (
        <Button type="link" size="small" aria-label={words.about(label)} onClick={() => setWriting(true)}>
          {words.say}
        </Button>
      )}
    </div>
  )
}

interface WritingProps {
  label: string
  send: (text: string) => Promise<void>
  close: () => void
}

function Writing({ label, send, close }: WritingProps) {
  const id = useId()
  const [text, setText] = useState('')
  const [sending, setSending] = useState(false)
  const short = text.trim().length < 2
  async function sent(): Promise<void> {
    setSending(true)
    await send(text.trim()).then(close, () => setSending(false))
  }
  return (
    <div className="stack-tight">
      <label htmlFor={id}>{words.about(label)}</label>
      <Input.TextArea
        id={id}
        autoFocus
        value={text}
        maxLength={500}
        autoSize={{ minRows: 2, maxRows: 6 }}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="row">
        <Button size="small" type="primary" disabled={short} loading={sending} onClick={() => void sent()}>
          {words.send}
        </Button>
        <Button size="small" onClick={close}>
          {words.cancel}
        </Button>
      </div>
    </div>
  )
}
