import type { Command } from './commands.ts'
import { paletteWords as words } from './words.ts'

interface Props {
  id: string
  commands: readonly Command[]
  active: number
  choose: (command: Command) => void
}

/** What was found, under the heading of its kind; the keyboard stays in the field and points here. */
export function Options({ id, commands, active, choose }: Props) {
  const groups = [...new Set(commands.map(({ group }) => group))]
  return (
    <div role="listbox" id={`${id}-list`} aria-label={words.found} className="palette-list">
      {groups.map((group) => (
        <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
          <div id={`${id}-${group}`} className="palette-group" role="presentation">
            {words.groups[group]}
          </div>
          {commands.map((command, at) =>
            command.group === group ? (
              <button
                type="button"
                tabIndex={-1}
                key={command.id}
                id={`${id}-${at}`}
                role="option"
                aria-selected={at === active}
                className="palette-option"
                // The keyboard stays in the field whatever is pressed.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(command)}
              >
                <span>
                  {command.title}
                  {command.more !== undefined && (
                    <span className="small muted palette-more">{command.more}</span>
                  )}
                </span>
                {command.key !== undefined && (
                  <kbd>{command.key.length === 1 ? command.key.toUpperCase() : command.key}</kbd>
                )}
              </button>
            ) : null,
          )}
        </div>
      ))}
    </div>
  )
}
