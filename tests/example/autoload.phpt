--TEST--
The tutorial's chat with its autoload line: an autoloader that has Ratchet's classes is never asked for one that is native
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';
require __DIR__ . '/chat.inc';

/* A vendor/ as Composer lays it out, whose autoloader says what it is asked for. */
$edit = function (string $code, string $folder): string {
    mkdir("$folder/vendor/cboden/ratchet/src/Ratchet/Session", 0755, true);
    touch("$folder/vendor/cboden/ratchet/src/Ratchet/Session/SessionProvider.php");
    file_put_contents("$folder/vendor/autoload.php", <<<'PHP'
    <?php
    spl_autoload_register(function (string $class): void {
        $file = __DIR__ . '/cboden/ratchet/src/' . strtr($class, '\\', '/') . '.php';
        echo "asked for $class: ", is_file($file) ? 'there' : 'not there', "\n";
    });
    PHP);
    $copy = preg_replace(
        ['/^<\?php\n/', '/^class Chat /m'],
        ["\$0require 'vendor/autoload.php';\n", "class_exists('Ratchet\\\\\\\\Session\\\\\\\\SessionProvider');\n\$0"],
        $code, -1, $count
    );
    return $count === 2 ? $copy : throw new Exception('the example does not look as it should');
};
$server = TestServer::example(__DIR__ . '/../../php-examples/server.php', 8080, QUIET, $edit);
chat($server);
echo "--- stderr\n", $server->err();
?>
--EXPECT--
asked for Ratchet\Session\SessionProvider: there
New client connected: #1
New client connected: #2
New client connected: #3
Received message from #1: hello from the first
Received message from #3: grüße <b>&amp;</b> 🐘
Received message from #2: 
Client disconnected: #2
Client disconnected: #1
Received message from #3: am I alone?
--- ids grow: yes
--- still running: yes
--- stderr
