/* SPDX-License-Identifier: MIT
 *
 * The other half of fuzz_deflate.c: what the engine compresses comes out again.
 */
#ifndef FUZZ_ROUNDTRIP_H
#define FUZZ_ROUNDTRIP_H

#include "fuzz.h"

/* Compresses the messages that the input makes, and decompresses them with the
 * engine, with zlib, and with inflater.h. `flags` was the last byte. */
void roundtrip(uint8_t flags, struct fuzz_input *input);

#endif
