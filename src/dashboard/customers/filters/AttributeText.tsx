import {
  type AttributeFilter,
  attributeFilter,
} from '../../../journey/metrics/comparisons/attribute.ts';
import { attributeLabel, attributeName } from '../../shared/journey/attributeLabel.ts';
import { PersonName } from '../../shared/people/PersonName.tsx';
import { daysLabel } from '../../shared/period/period-labels.ts';
import { useTimeZone } from '../../shared/period/useTimeZone.ts';
import { useSoftware } from '../../shared/useSoftware.tsx';

/** A filter by an attribute of customers who were invited in a period, as JSON, in words. */
export const AttributeText = ({ json }: { json: string }) => {
  const { data } = attributeFilter.safeParse(JSON.parse(json));
  return data ? <Words filter={data} /> : <>unknown</>;
};

const Words = ({ filter }: { filter: AttributeFilter }) => {
  const timeZone = useTimeZone();
  const app = useSoftware(filter.software ?? null);
  return (
    <>
      <Attribute {...filter} />
      {app && `, ${app.name}`}
      {timeZone && `, invited ${daysLabel(filter, timeZone)}`}
    </>
  );
};

const Attribute = ({ name, value }: AttributeFilter) => {
  const app = useSoftware(name === 'software' ? value : null);
  const isPerson = name === 'accountManagerId' || name === 'invitedById';
  if (value === null || !isPerson) return attributeLabel(name, app?.name ?? value);
  return (
    <>
      {`${attributeName(name)} `}
      <PersonName id={value} />
    </>
  );
};
