import { useState } from 'react'
import { useSignedIn } from '../../session/use-session.ts'
import { Counter } from './counter.tsx'
import { Payments } from './payments.tsx'
import { Reconciliations } from './reconciliations.tsx'
import './utilities.css'
import { utilityWords as words } from './words.ts'

const TAKES = ['village-agent', 'window-clerk']
const RECONCILES = ['window-clerk', 'director', 'supervisor']

/** 代收水电气暖费: one bill after the other at the counter, what was taken, and what the supplier says otherwise. */
export function UtilitiesPage() {
  const { post } = useSignedIn()
  const has = (roles: readonly string[]) => post.roles.some((role) => roles.includes(role))
  const [round, setRound] = useState(0)
  return (
    <>
      <div className="page-head">
        <h1>{words.title}</h1>
        <p className="muted">{words.text}</p>
      </div>
      {has(TAKES) && <Counter key={round} next={() => setRound(round + 1)} />}
      <Payments />
      {has(RECONCILES) && <Reconciliations />}
    </>
  )
}
