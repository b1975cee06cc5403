import { Button } from './button.tsx'

/** The two buttons that end a dialog's form. */
export const Acts = ({
  send,
  cancel,
  isRunning,
  onClose,
}: {
  send: string
  cancel: string
  isRunning: boolean
  onClose: () => void
}) => (
  <div className="pars-acts">
    <Button type="submit" isRunning={isRunning}>
      {send}
    </Button>
    <Button look="quiet" onClick={onClose}>
      {cancel}
    </Button>
  </div>
)
