<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $a = $talk->ws('/', ['Origin' => 'https://example.com'])->frames()->text('through')->frames()->text('throw')->frames()->eof();
    $talk->out('deep closed');
    $talk->ws('/', ['Origin' => 'https://example.org'])->eof();
    $talk->connect()->send("GET / HTTP/1.1\r\n")->shutdown()->eof();
    $talk->ws('/', ['Origin' => 'https://example.com'])->frames()->close()->eof();
    $talk->out('deep closed');
};
