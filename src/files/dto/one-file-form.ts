/** The form in which one file is uploaded, for the contract. */
export const ONE_FILE_FORM = {
  description: 'One file with its name.',
  required: true,
  schema: {
    type: 'object',
    required: ['file'],
    additionalProperties: false,
    properties: {
      file: {
        type: 'string',
        format: 'binary',
        description: 'The content; its `filename` is kept.',
      },
    },
  },
};
