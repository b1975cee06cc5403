import { Select, TextInput } from '../ui/ui.ts'
import { peopleWords } from '../words/people.ts'
import { roleWords } from '../words/words.ts'
import type { AccountFields as Fields } from './account-form.ts'

const words = peopleWords.fields

interface AccountFieldsProps {
  fields: Fields
  roles: readonly string[]
  onChange: (change: Partial<Fields>) => void
}

/** What a seat's manager says of a person: name, one role, badge, organization. */
export const AccountFields = ({ fields, roles, onChange }: AccountFieldsProps) => (
  <>
    <TextInput
      label={words.displayName}
      hint={words.displayNameHint}
      pointer="/displayName"
      value={fields.displayName}
      onChange={displayName => onChange({ displayName })}
    />
    <Select
      label={words.role}
      pointer="/role"
      value={fields.role}
      empty={words.chooseRole}
      choices={roles.map(role => ({ value: role, words: roleWords(role) }))}
      onChange={role => onChange({ role })}
    />
    <div className="pars-line">
      <TextInput
        label={words.badge}
        pointer="/badge"
        value={fields.badge}
        width="short"
        optional
        onChange={badge => onChange({ badge })}
      />
      <TextInput
        label={words.organization}
        pointer="/organization"
        value={fields.organization}
        width="medium"
        optional
        onChange={organization => onChange({ organization })}
      />
    </div>
  </>
)
