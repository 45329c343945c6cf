import type { ErrorComponentProps } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { reloadsForPart } from './part-gone.ts'
import { Waiting } from './waiting.tsx'
import { shellWords as words } from './words.ts'

/** A page that could not be drawn; most often a new version was installed while the old one was open. */
export function Fault({ error }: ErrorComponentProps) {
  const [reloading] = useState(() => reloadsForPart(error))
  if (reloading) return <Waiting />
  return (
    <div className="sheet stack" role="alert">
      <h1>{words.faultTitle}</h1>
      <p>{words.faultText}</p>
      <Button onClick={() => window.location.reload()}>{words.reload}</Button>
    </div>
  )
}
