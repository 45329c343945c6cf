import { useSignedIn } from '../../session/use-session.ts'
import { Tabs } from '../../shell/tabs.tsx'
import { Register } from './register.tsx'
import { Uses } from './uses.tsx'
import { sealsWords as words } from './words.ts'
import '../../lists/lists.css'

/** 印章登记和使用记录: the registrar keeps the seals, supervisors and directors read. */
export function SealsPage() {
  const registers = useSignedIn().post.roles.includes('power-registrar')
  const register = {
    key: 'register',
    label: words.tabs.register,
    content: () => <Register registers={registers} />,
  }
  const uses = { key: 'uses', label: words.tabs.uses, content: () => <Uses /> }
  return (
    <>
      <div className="page-head">
        <h1>{words.title}</h1>
        <p className="muted">{words.text}</p>
      </div>
      <Tabs label={words.title} tabs={registers ? [register, uses] : [uses, register]} />
    </>
  )
}
