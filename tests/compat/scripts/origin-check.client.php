<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $origins = ['http://example.com', 'https://EXAMPLE.com', 'http://example.com.evil', 'http://localhost:3000/', 'localhost', 'app://thing', 'file://', '*', ''];
    foreach ($origins as $origin) {
        $peer = $talk->ws('/', ['Origin' => $origin]);
        if (str_contains($peer->in, ' 101 ')) {
            $peer->text('in')->frames()->close();
        }
        $peer->eof();
    }
};
