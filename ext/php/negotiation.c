/* SPDX-License-Identifier: MIT
 *
 * Namespace Ratchet\RFC6455\Handshake.
 */
#include "php_wschat.h"

#include "classes.h"

void wschat_negotiation_register(void)
{
}
