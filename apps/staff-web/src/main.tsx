import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import './look/base.css'
import { applyLargerText } from './look/larger-text.ts'
import { layOutTokens } from './look/tokens.ts'

layOutTokens(document.documentElement)
applyLargerText()

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
