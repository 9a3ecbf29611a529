/* SPDX-License-Identifier: MIT
 *
 * What a client of the party has got, read as a strict client would.
 */
#ifndef FUZZ_ANSWER_H
#define FUZZ_ANSWER_H

#include "party.h"

/* A head and, behind a 101, frames that RFC 6455 and RFC 7692 allow, whose
 * messages are what user code has sent, in its order; behind a Close nothing.
 * `whole`: nothing may be missing, else it may break off anywhere. */
void answer_check(const struct client *client, bool whole);

#endif
