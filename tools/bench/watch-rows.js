// Runs in the page: notes, for each row that is new, when the frame that shows it was drawn.
;(() => {
  const drawn = {}
  window.drawn = drawn
  const note = () => {
    for (const row of document.querySelectorAll('tr[data-id]')) {
      const id = row.dataset.id
      if (drawn[id] !== undefined) continue
      drawn[id] = null
      requestAnimationFrame(() =>
        setTimeout(() => {
          drawn[id] = Date.now()
        }, 0),
      )
    }
  }
  note()
  new MutationObserver(note).observe(document.body, { childList: true, subtree: true })
})()
