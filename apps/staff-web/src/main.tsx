import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import './look/tokens.css'
import './look/base.css'
import { applyColours } from './look/colours.ts'
import { applyLargerText } from './look/larger-text.ts'
import { router } from './router.tsx'
import { watchConnection } from './session/connection.ts'
import { watchKept } from './session/kept/store.ts'
import { watchParts } from './shell/part-gone.ts'

watchKept()
watchConnection()
watchParts((leave) => router.subscribe('onBeforeLoad', ({ pathChanged }) => pathChanged && leave()))
applyLargerText()
applyColours()

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
