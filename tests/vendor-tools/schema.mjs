import Ajv from 'ajv';

/** What an object has against a JSON schema, one sentence each. */
export function violations(schema, value) {
  const ajv = new Ajv({ allErrors: true, strict: false, logger: false, validateFormats: false });
  const validate = ajv.compile(schema);
  return validate(value) ? [] : validate.errors.map(sentence);
}

function sentence(error) {
  const subject = error.params.additionalProperty ?? error.params.unevaluatedProperty ?? '';
  return `${error.instancePath || '/'} ${error.message}${subject ? `: ${subject}` : ''}`;
}
