import { Button } from 'antd'
import { shellWords as words } from './words.ts'

/** A page that could not be drawn; most often a new version was installed while the old one was open. */
export function Fault() {
  return (
    <div className="sheet stack" role="alert">
      <h1>{words.faultTitle}</h1>
      <p>{words.faultText}</p>
      <Button onClick={() => window.location.reload()}>{words.reload}</Button>
    </div>
  )
}
