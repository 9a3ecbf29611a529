--TEST--
exit() in every callback keeps its status, runs shutdown functions and destructors, leaves the port
--FILE--
<?php
require __DIR__ . "/../include/server.inc";
require __DIR__ . "/../include/client.inc";
require __DIR__ . "/hostile.inc";

in_every_place('
    register_shutdown_function(fn() => print("shutdown\n"));
    $witness = new Witness;
    hostile(PLACE, function ($conn) { try { exit(7); } finally { echo "not run\n"; } });
    echo "not reached\n";
');
?>
--EXPECT--
onOpen: shutdown | destructor => status 7
onMessage: shutdown | destructor => status 7
onClose: onClose | shutdown | destructor => status 7
onError: Exception in onError: thrown for onError | shutdown | destructor => status 7
timer: shutdown | destructor => status 7
tick: shutdown | destructor => status 7
