/* SPDX-License-Identifier: MIT
 *
 * Namespace Psr\Http\Message: the interfaces of PSR-7, and native immutable
 * implementations of them in WsChat\Psr7.
 */
#include "php_wschat.h"

#include "classes.h"

void wschat_psr7_register(void)
{
}
