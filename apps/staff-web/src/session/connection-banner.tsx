import { Button } from 'antd'
import './connection-banner.css'
import { tryConnection, useConnection } from './connection.ts'
import { connectionWords as words } from './words.ts'

/** Above everything, dialogs too: that nothing can be sent now, and that it can be again. */
export function ConnectionBanner() {
  const connection = useConnection()
  return (
    <div role="status" className="connection no-print" data-connection={connection}>
      {connection === 'lost' && (
        <>
          <span>{words.lost}</span>
          <Button size="small" onClick={() => void tryConnection()}>
            {words.tryNow}
          </Button>
        </>
      )}
      {connection === 'back' && <span>{words.back}</span>}
    </div>
  )
}
