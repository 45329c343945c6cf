import { Button, Input } from 'antd'
import { useState } from 'react'
import { AuditList } from './audit-list.tsx'
import { auditWords as words, eventWords } from './words.ts'

/** For the audit administrator (审计管理员), who reads and changes nothing. */
export function AuditPage() {
  const [typed, setTyped] = useState('')
  const [event, setEvent] = useState('')
  return (
    <>
      <h1>{words.title}</h1>
      <p className="muted">{words.text}</p>
      <form
        role="search"
        className="row"
        onSubmit={(submitted) => {
          submitted.preventDefault()
          setEvent(typed.trim())
        }}
      >
        <Input
          className="half"
          aria-label={words.event}
          placeholder={words.eventHint}
          maxLength={60}
          list="audit-events"
          value={typed}
          onChange={(changed) => setTyped(changed.target.value)}
        />
        <datalist id="audit-events">
          {Object.entries(eventWords).map(([name, title]) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </datalist>
        <Button htmlType="submit">{words.find}</Button>
        {event !== '' && (
          <Button
            onClick={() => {
              setTyped('')
              setEvent('')
            }}
          >
            {words.all}
          </Button>
        )}
      </form>
      <AuditList event={event} />
    </>
  )
}
