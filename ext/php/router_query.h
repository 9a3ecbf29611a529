/* SPDX-License-Identifier: MIT
 *
 * The query of a request once its route is known.
 */
#ifndef WSCHAT_ROUTER_QUERY_H
#define WSCHAT_ROUTER_QUERY_H

#include "php_wschat.h"

/* The parameters of a route (all named attributes that do not begin with "_"),
 * then those of `query` that they leave, percent-encoded (RFC 3986). NULL:
 * exception. Runs user code where attributes are objects. */
zend_string *wschat_router_query(HashTable *route, zend_string *query);

#endif
