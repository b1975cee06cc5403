import { useBoundKeys } from '../keys.ts'
import { Dialog } from '../ui/ui.ts'
import { shellWords } from '../words/words.ts'

const words = shellWords.keys

/** Every key that works on this screen, those of the screen first. */
export const KeyHelp = ({ onClose }: { onClose: () => void }) => {
  const all = useBoundKeys()
  const groups = [
    { title: words.groupHere, keys: all.filter(each => !each.everywhere) },
    { title: words.groupEverywhere, keys: all.filter(each => each.everywhere) },
  ].filter(group => group.keys.length > 0)
  return (
    <Dialog title={words.title} onClose={onClose}>
      {groups.map(group => (
        <table className="pars-keys" key={group.title}>
          <caption>{group.title}</caption>
          <thead className="usa-sr-only">
            <tr>
              <th scope="col">{words.keyColumn}</th>
              <th scope="col">{words.actColumn}</th>
            </tr>
          </thead>
          <tbody>
            {group.keys.map(({ keys, words: says }) => (
              <tr key={keys}>
                <td>
                  {keys.split(' ').map((key, index) => (
                    <span key={key}>
                      {index > 0 && ` ${words.inBetween} `}
                      <kbd>{key}</kbd>
                    </span>
                  ))}
                </td>
                <td>{says}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </Dialog>
  )
}
