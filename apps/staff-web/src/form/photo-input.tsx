import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { failure } from '../server/failure.ts'
import { uploadTo } from '../server/upload.ts'
import './photo-input.css'
import { smallerPicture } from './smaller-picture.ts'
import { formWords as words } from './words.ts'

interface Props {
  id: string
  label: string
  /** The picture that was sent, or none yet. */
  value: string
  change: (id: string) => void
}

/** One picture: chosen or taken, sent at once, shown small; what goes out with the form is where it lies. */
export function PhotoInput({ id, label, value, change }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const [shown, setShown] = useState<string>()
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<string>()
  useEffect(() => () => (shown === undefined ? undefined : URL.revokeObjectURL(shown)), [shown])

  async function send(chosen: File) {
    setSending(true)
    setProblem(undefined)
    try {
      const picture = await smallerPicture(chosen)
      const { id: sent } = await uploadTo<{ id: string }>('/books/photos', picture)
      setShown(URL.createObjectURL(picture))
      change(sent)
    } catch (error) {
      setProblem(failure(error).sentence)
    } finally {
      setSending(false)
    }
  }

  return (
    <div className="photo-input">
      {value !== '' && shown !== undefined && <img src={shown} alt={words.photoOf(label)} />}
      {value !== '' && shown === undefined && <span>{words.photoSent}</span>}
      {sending && <span role="status">{words.sending}</span>}
      {problem !== undefined && (
        <span role="alert" className="field-error">
          {problem}
        </span>
      )}
      <input
        ref={input}
        type="file"
        hidden
        accept="image/jpeg,image/png,image/webp"
        onChange={({ target }) => {
          const [chosen] = target.files ?? []
          target.value = ''
          if (chosen) void send(chosen)
        }}
      />
      <Button id={id} disabled={sending} onClick={() => input.current?.click()}>
        {value === '' ? words.photoAdd : words.photoOther}
      </Button>
    </div>
  )
}
