/** The heads of a table's columns, in the order of the catalog. */
export const ColumnHeads = ({ of }: { of: Readonly<Record<string, string>> }) => (
  <thead>
    <tr>
      {Object.values(of).map(column => (
        <th scope="col" key={column}>
          {column}
        </th>
      ))}
    </tr>
  </thead>
)
