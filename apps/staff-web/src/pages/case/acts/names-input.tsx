import { Button, Input } from 'antd'
import { Labelled } from '../../../form/labelled.tsx'
import './acts.css'
import { actWords as words } from './words.ts'

const MOST = 6
export const LEAST_NAMES = 2

interface Props {
  id: string
  label: string
  hint: string
  names: readonly string[]
  error: string | undefined
  change: (names: readonly string[]) => void
}

/** Two or more officers who were there, a line each. */
export function NamesInput({ id, label, hint, names, error, change }: Props) {
  return (
    <Labelled id={id} group required label={label} hint={hint} error={error}>
      <ul className="names">
        {names.map((name, at) => (
          <li key={at}>
            <Input
              id={at === 0 ? id : `${id}-${at}`}
              className="half"
              aria-label={words.nth(label, at + 1)}
              aria-invalid={error !== undefined}
              maxLength={30}
              autoComplete="off"
              value={name}
              onChange={(event) => change(names.map((one, here) => (here === at ? event.target.value : one)))}
            />
            {names.length > LEAST_NAMES && (
              <Button
                aria-label={words.dropNth(label, at + 1)}
                onClick={() => change(names.filter((_one, here) => here !== at))}
              >
                {words.drop}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {names.length < MOST && <Button onClick={() => change([...names, ''])}>{words.oneMore}</Button>}
    </Labelled>
  )
}

/** Names as they go out; nothing when there are fewer than two different people. */
export function readNames(names: readonly string[]): string[] | undefined {
  const read = [...new Set(names.map((name) => name.trim()).filter((name) => name.length >= 2))]
  return read.length < LEAST_NAMES ? undefined : read
}
