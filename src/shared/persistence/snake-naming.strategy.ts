import { DefaultNamingStrategy } from 'typeorm';

/** Columns are snake_case; tables and constraints are named where they are declared. */
export class SnakeNamingStrategy extends DefaultNamingStrategy {
  override columnName(property: string, custom: string | undefined): string {
    return custom ?? property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }

  override primaryKeyName(tableOrName: { name: string } | string): string {
    const name = typeof tableOrName === 'string' ? tableOrName : tableOrName.name;
    return `pk_${name.split('.').at(-1) ?? name}`;
  }
}
