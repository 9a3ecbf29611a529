--TEST--
E_USER_ERROR and a compile error in every callback: shutdown functions run, status 255, the port is left
--FILE--
<?php
require __DIR__ . "/../include/server.inc";
require __DIR__ . "/../include/client.inc";
require __DIR__ . "/hostile.inc";

foreach (['trigger_error("harm", E_USER_ERROR);', 'eval("class Twice { public \$a; public \$a; }");'] as $harm) {
    in_every_place('
        register_shutdown_function(function () { echo "shutdown: ", error_get_last()["message"], "\n"; });
        $witness = new Witness("not destroyed");
        hostile(PLACE, function ($conn) { ' . $harm . ' });
        echo "not reached\n";
    ', ['ini' => ['error_reporting' => E_ALL & ~E_DEPRECATED, 'display_errors' => '0']]);
}
?>
--EXPECT--
onOpen: shutdown: harm => status 255
onMessage: shutdown: harm => status 255
onClose: onClose | shutdown: harm => status 255
onError: Exception in onError: thrown for onError | shutdown: harm => status 255
timer: shutdown: harm => status 255
tick: shutdown: harm => status 255
onOpen: shutdown: Cannot redeclare Twice::$a => status 255
onMessage: shutdown: Cannot redeclare Twice::$a => status 255
onClose: onClose | shutdown: Cannot redeclare Twice::$a => status 255
onError: Exception in onError: thrown for onError | shutdown: Cannot redeclare Twice::$a => status 255
timer: shutdown: Cannot redeclare Twice::$a => status 255
tick: shutdown: Cannot redeclare Twice::$a => status 255
