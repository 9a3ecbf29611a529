/* SPDX-License-Identifier: MIT
 *
 * Ratchet\App: routes in front of components, on one listening socket.
 */
#include "php_wschat.h"

#include "classes.h"

void wschat_app_register(void)
{
}
