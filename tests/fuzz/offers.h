/* SPDX-License-Identifier: MIT
 *
 * The extensions that a client offers, read once more: RFC 6455 9.1 by way of a
 * scanner and a table of what may follow what, and RFC 7692 7.1 on the result.
 */
#ifndef FUZZ_OFFERS_H
#define FUZZ_OFFERS_H

#include "fuzz.h"

#include "../../ext/engine/codec.h"

/* Is what all fields of that name say together an extension list? None at all
 * is fine too. */
bool offers_well_formed(const struct wsc_request *request);

/* What a server with that policy has to agree on; the header is well-formed.
 * name_server_bits and name_client_bits are not filled in: it may name bits
 * that say nothing new. */
struct wsc_deflate_terms offers_judge(const struct wsc_request *request, const struct wsc_deflate_policy *policy);

/* Does a line of an answer say these terms, and may it, for the offer that they
 * were taken from? `length` bytes with their CR LF; 0 where nothing is agreed on. */
bool offers_answer_fits(const struct wsc_request *request, const struct wsc_deflate_policy *policy, const char *line,
                        size_t length);

#endif
