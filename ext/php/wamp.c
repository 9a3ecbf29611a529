/* SPDX-License-Identifier: MIT
 *
 * Namespace Ratchet\Wamp: WAMP v1 on any connection.
 */
#include "php_wschat.h"

#include "classes.h"

void wschat_wamp_register(void)
{
}
