/** Hands a text to the person as a file. */
export const keepFile = (name: string, text: string): void => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
  link.download = name
  link.click()
  // The download begins after the click returns.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
