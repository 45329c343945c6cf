import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import './look/base.css'
import { applyLargerText } from './look/larger-text.ts'
import { layOutTokens } from './look/tokens.ts'
import { router } from './router.tsx'
import { watchParts } from './shell/part-gone.ts'

layOutTokens(document.documentElement)
watchParts((leave) => router.subscribe('onBeforeLoad', ({ pathChanged }) => pathChanged && leave()))
applyLargerText()

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
