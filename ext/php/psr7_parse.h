/* SPDX-License-Identifier: MIT
 *
 * The head of a request as slices of its bytes, read strictly or leniently.
 * Between psr7_parse.c and psr7_request.c.
 */
#ifndef WSCHAT_PSR7_PARSE_H
#define WSCHAT_PSR7_PARSE_H

#include "php.h"

#include "engine/codec.h"

#define WSCHAT_PSR7_FIELDS 32

struct wschat_psr7_head {
	struct wsc_request request; /* slices; of its version only `version` below counts */
	struct wsc_slice version;   /* "1.1"                                               */
	struct wsc_slice body;      /* what follows the empty line                         */
	struct wsc_header few[WSCHAT_PSR7_FIELDS];
	struct wsc_header *many; /* in place of them when there are more; or NULL         */
	zend_string *unfolded;   /* what the slices point into, if not into the argument  */
};

/*
 * Both fill in a head, which the caller then gives to wschat_psr7_head_dtor()
 * whatever they return; the slices last as long as `bytes`. A true head has a
 * target of at least one byte.
 *
 * The first reads as the engine does and says nothing about a failure; the
 * second as Guzzle's Message::parseRequest(), and throws InvalidArgumentException.
 */
bool wschat_psr7_head_read(struct wschat_psr7_head *head, const zend_string *bytes);
bool wschat_psr7_head_read_leniently(struct wschat_psr7_head *head, const zend_string *bytes);
void wschat_psr7_head_dtor(struct wschat_psr7_head *head);

#endif
